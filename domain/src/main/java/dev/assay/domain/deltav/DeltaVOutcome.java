package dev.assay.domain.deltav;

/** A rendezvous delta-v, or the reason why there is none. */
public sealed interface DeltaVOutcome permits RendezvousDeltaV, NoDeltaV {}
