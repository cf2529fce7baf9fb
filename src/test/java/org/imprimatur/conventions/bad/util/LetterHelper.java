package org.imprimatur.conventions.bad.util;

/** Breaks two conventions: an empty name in an empty folder. */
public class LetterHelper {

}
