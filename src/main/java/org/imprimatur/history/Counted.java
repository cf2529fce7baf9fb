package org.imprimatur.history;

/** How many items a figure counts, whoever asks. */
public record Counted(Figure figure, long number) {
}
