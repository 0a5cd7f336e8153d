package dev.linchpin.guard.seeded;

import org.springframework.stereotype.Controller;

/// A page that is public without need.
@Controller
public class PublicPage {}
