/// Who wants to hear when a date changes, and how they hear: by mail, calendar, feed or webhook.
///
/// **Words.** A _subscription_ is somebody's wish to hear about one project or milestone, in one
/// _way_. It is _confirmed_ by whoever the address belongs to. What changed by more than they wish
/// is _news_; what they _heard_ is kept, in order. A subscription _ends_ with a reason.
///
/// **Never** says more than what may be said outside; sends anything but one confirmation to an
/// address that did not confirm; acts on a GET, because mail scanners open every link; or lets a
/// webhook reach into our own network.
///
/// **Start** at [Subscribing] (somebody wishes), [News] (something changed), [Subscriptions].
@NullMarked
@NamedInterface("subscriptions")
package dev.linchpin.answers.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
