package org.imprimatur.incidents;

import java.util.List;

/**
 * What the rules say for and against a report to the Charity Commission, in sentences.
 */
public record Indicators(List<String> speaksFor, List<String> speaksAgainst) {
}
