package org.imprimatur.conventions.bad.letters;

import org.imprimatur.kernel.Policy;

/** Breaks the policy map: names a clause that nobody knows. */
@Policy("EYE")
public class UnknownClause {

}
