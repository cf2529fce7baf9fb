package org.imprimatur.incidents;

/**
 * What is known about an incident, or how serious it is held to be, has changed.
 * Published in the transaction that records it.
 */
public record IncidentReassessed(String reference) {
}
