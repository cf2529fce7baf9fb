/**
 * Taking a person's words and names out of the record on that person's right: asked for
 * by the Data Protection Lead, released by the Secretary of the Trust's Board. What
 * people decided stays.
 */
package org.imprimatur.erasure;
