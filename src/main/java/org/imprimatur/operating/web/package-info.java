/** The administrators' page of stuck work. */
package org.imprimatur.operating.web;
