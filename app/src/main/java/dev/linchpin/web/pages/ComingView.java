package dev.linchpin.web.pages;

/// What `coming.jte` shows, from top to bottom.
///
/// @param address where what works today is found
public record ComingView(String title, String later, String today, String address, String link) {}
