/** The page on which the record is verified. */
package org.imprimatur.ledger.web;
