/// Pages of access: sign-in, set-up, invitation, profile, users, audit trail.
@NullMarked
package dev.linchpin.access.web;

import org.jspecify.annotations.NullMarked;
