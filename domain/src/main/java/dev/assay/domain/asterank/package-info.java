/**
 * The published numbers of Asterank (asterank.com, github.com/typpo/asterank), errors included.
 *
 * <p>Its prices and masses are wrong by factors of a hundred to a million; they are here so that
 * its rankings can be reproduced and compared, not used. Each class says which of its lines is
 * wrong and by how much.
 */
@NullMarked
package dev.assay.domain.asterank;

import org.jspecify.annotations.NullMarked;
