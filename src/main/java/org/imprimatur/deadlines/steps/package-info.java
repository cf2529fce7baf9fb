/**
 * What models reach of the deadlines: the listener that reminds people.
 */
package org.imprimatur.deadlines.steps;
