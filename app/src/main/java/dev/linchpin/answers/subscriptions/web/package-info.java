/// Pages and addresses of subscriptions.
@NullMarked
package dev.linchpin.answers.subscriptions.web;

import org.jspecify.annotations.NullMarked;
