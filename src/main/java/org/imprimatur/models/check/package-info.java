/**
 * Whether models may go live: the rules of the house, each a {@link ModelRule}, held
 * against a set of files at every door that models come through.
 */
@NamedInterface("check")
package org.imprimatur.models.check;

import org.springframework.modulith.NamedInterface;
