/// Tests of the pages of answers, and a gallery of every state of the card.
@NullMarked
package dev.linchpin.answers.web;

import org.jspecify.annotations.NullMarked;
