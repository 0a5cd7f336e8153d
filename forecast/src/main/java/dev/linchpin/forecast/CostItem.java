package dev.linchpin.forecast;

/// Something a project pays for that is not work: licences, hardware, what was spent so far.
public record CostItem(ProjectId project, String name, CostRange cost) {}
