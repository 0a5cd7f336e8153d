/// Ask, the answer card, and the API of answers and promises.
@NullMarked
package dev.linchpin.answers.web;

import org.jspecify.annotations.NullMarked;
