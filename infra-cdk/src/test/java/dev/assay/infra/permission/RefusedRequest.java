package dev.assay.infra.permission;

/**
 * How a service that speaks JSON turns a request away.
 *
 * @param status of HTTP
 * @param code for example "ThrottlingException"
 */
public record RefusedRequest(int status, String code) {}
