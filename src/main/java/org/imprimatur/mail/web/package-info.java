/** Pages: what I am told by mail, and what became of every mail. */
package org.imprimatur.mail.web;
