/// Tests in a real Chromium: what a person sees, with and without script, wide and narrow.
@NullMarked
package dev.linchpin.browser;

import org.jspecify.annotations.NullMarked;
