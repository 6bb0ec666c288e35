package dev.assay.application.report;

import dev.assay.domain.market.PriceList;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.RunRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report is made of.
 *
 * @param active the catalogue
 * @param previous the generation before; null if there is none
 * @param run the run that loaded the catalogue; null if it is no longer on record
 * @param prices the prices that it was valued with
 * @param at when the report is made
 */
public record ReportRequest(
    CatalogueReader active,
    @Nullable CatalogueReader previous,
    @Nullable RunRecord run,
    PriceList prices,
    Instant at) {}
