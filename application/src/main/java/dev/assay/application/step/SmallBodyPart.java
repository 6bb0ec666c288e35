package dev.assay.application.step;

import org.jspecify.annotations.Nullable;

/**
 * One file of small bodies, ready to be parsed.
 *
 * @param group number of the table it belongs to; all parts of a table together are complete
 * @param name what to call it in reports
 * @param location where to read it in place; null if it is kept in the object store
 * @param key under which it is kept; null if it is read in place
 */
record SmallBodyPart(int group, String name, @Nullable String location, @Nullable String key) {}
