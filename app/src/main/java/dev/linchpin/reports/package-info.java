/// What the others know, put together for one reader: the now page, the portfolio, the track
/// record.
///
/// **Words.** The _now_ page says what needs you today. **Needs** everybody. **Tells** nothing.
/// **Never** computes what another module knows.
@NullMarked
@ApplicationModule(displayName = "Reports")
package dev.linchpin.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
