/**
 * The pages of tasks and starts, and how what was sent is read.
 */
@NamedInterface("web")
package org.imprimatur.tasks.web;

import org.springframework.modulith.NamedInterface;
