package dev.linchpin.reports.web;

/// What `now.jte` shows, from top to bottom.
public record NowView(String headline) {}
