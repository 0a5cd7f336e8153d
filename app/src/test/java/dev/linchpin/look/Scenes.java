package dev.linchpin.look;

import dev.linchpin.answers.AnswerSamples;
import dev.linchpin.look.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What is worth a picture: every route, and the states that no plain address shows.
final class Scenes {
  private Scenes() {}

  /// @param arrive goes there; false when the sample organisation has no such page
  record Scene(String name, Predicate<Visit> arrive) {}

  /// Before there is an account.
  static List<Scene> before(SampleServer server) {
    return List.of(at("set-up", server.setup()));
  }

  static List<Scene> signedOut() {
    List<Scene> scenes = new ArrayList<>();
    Routes.ALL.stream().filter(route -> !route.signedIn()).map(Scenes::of).forEach(scenes::add);
    scenes.add(
        new Scene(
            "sign-in-wrong",
            visit -> {
              visit.page().navigate("/sign-in");
              visit.page().getByLabel("E-mail").fill("nobody@sample.example");
              visit.page().getByLabel("Password").fill("not this one, I think");
              visit.page().locator("main button").first().click();
              return true;
            }));
    return scenes;
  }

  static List<Scene> signedIn() {
    List<Scene> scenes = new ArrayList<>();
    Routes.ALL.stream().filter(Route::signedIn).map(Scenes::of).forEach(scenes::add);
    AnswerSamples.all()
        .keySet()
        .forEach(state -> scenes.add(at("card-" + state, "/samples/answers/" + state)));
    scenes.add(at("error-404", "/nothing-here"));
    scenes.add(
        new Scene(
            "keys",
            visit -> {
              visit.page().navigate("/help");
              visit.page().keyboard().press("?");
              return true;
            }));
    scenes.add(
        new Scene(
            "menu",
            visit -> {
              visit.page().navigate("/help");
              visit.page().locator("summary[aria-label^=Me]").click();
              return true;
            }));
    scenes.addAll(DeskScenes.all());
    return scenes;
  }

  private static Scene of(Route route) {
    return new Scene(route.name(), visit -> visit.open(route));
  }

  private static Scene at(String name, String address) {
    return new Scene(
        name,
        visit -> {
          visit.page().navigate(address);
          return true;
        });
  }
}
