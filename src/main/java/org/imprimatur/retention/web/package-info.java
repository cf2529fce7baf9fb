/** The page that says what is kept how long, and what falls due. */
package org.imprimatur.retention.web;
