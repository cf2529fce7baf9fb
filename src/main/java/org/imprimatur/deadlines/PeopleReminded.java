package org.imprimatur.deadlines;

/**
 * The people who owe a task were reminded of it; published in the transaction of that.
 */
public record PeopleReminded(Reminder reminder) {
}
