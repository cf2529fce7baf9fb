/**
 * Whether models may go live: the rules of the house, each a {@link ModelRule}, held
 * against a set of files at every door that models come through.
 */
package org.imprimatur.models.check;
