package org.imprimatur.security;

/**
 * A register names this group as a team: its members and approvers are staff, whoever
 * added the groups.
 *
 * @param team id of the group; its approvers are the group with {@code -approvers} behind
 */
public record TeamNamed(String team) {
}
