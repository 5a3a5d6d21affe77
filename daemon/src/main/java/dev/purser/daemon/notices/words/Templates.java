package dev.purser.daemon.notices.words;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates under {@code src/main/jte}, compiled into the jar. Thread-safe. */
public final class Templates {
  private final TemplateEngine html = precompiled(ContentType.Html, "gg.jte.generated.html");
  private final TemplateEngine text = precompiled(ContentType.Plain, "gg.jte.generated.text");

  /** Renders a template that escapes what is put into it for HTML. */
  public String html(String name, Object model) {
    return render(html, name, model);
  }

  /** The same for a page, which has a frame of its own that says whether money moves. */
  public String page(String name, Object model, boolean dryRun) {
    StringOutput output = new StringOutput();
    html.render(name, Map.of("model", model, "dryRun", dryRun), output);
    return output.toString();
  }

  /** Renders a template that escapes nothing: for plain text only. */
  public String text(String name, Object model) {
    return render(text, name, model);
  }

  // Without a class directory the compiled templates come from the class path.
  @SuppressWarnings("NullAway")
  private static TemplateEngine precompiled(ContentType type, String packageName) {
    return TemplateEngine.createPrecompiled(null, type, null, packageName);
  }

  private static String render(TemplateEngine engine, String name, Object model) {
    StringOutput output = new StringOutput();
    engine.render(name, model, output);
    return output.toString();
  }
}
