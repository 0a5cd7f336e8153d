package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Problems;

/// What `new-import.jte` shows.
///
/// @param limits how large a file may be, in words
public record NewImportView(Problems problems, String limits) {}
