package org.doublelock.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.edge.PublicUrl;
import org.doublelock.web.message.PageLanguage;
import org.doublelock.web.message.PageMessages;

/** Help for key owners and for client authors, for anyone to read and to search. */
@Controller
@RequestScoped
@Path("/help")
@Produces("text/html")
public class HelpPages {

  /** What is more of a question than that is not looked at. */
  private static final int LONGEST_QUESTION = 200;

  @Inject private Models models;
  @Inject private PageMessages messages;
  @Inject private PageLanguage language;
  @Inject private HelpIndexes indexes;
  @Inject private HelpScope scope;
  @Inject private PublicUrl publicUrl;
  @Context private UriInfo uri;

  @GET
  public String start(@QueryParam("q") String question) {
    models.put("topics", scope.topics());
    if (question != null && !question.isBlank()) {
      String asked = question.strip();
      asked = asked.substring(0, Math.min(LONGEST_QUESTION, asked.length()));
      models.put("question", asked);
      models.put("results", index().find(asked));
    }
    return "web/help.jsp";
  }

  @GET
  @Path("errors")
  public String errors() {
    models.put("protocolErrors", HelpErrors.PROTOCOL);
    models.put("refusals", HelpErrors.REFUSALS);
    models.put("functionErrors", scope.functionErrors());
    models.put("pageErrors", HelpErrors.PAGES);
    return "web/help-errors.jsp";
  }

  @GET
  @Path("{topic}")
  public String topic(@PathParam("topic") String code) {
    HelpTopic topic = scope.topic(code).orElseThrow(NotFoundException::new);
    HelpIndex index = index();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    topic.sections().forEach(section -> sections.put(section, index.paragraphs(topic, section)));
    models.put("topic", topic);
    models.put("sections", sections);
    if (code.equals("clients")) {
      models.put("tried", TriedClient.ALL);
      models.put("samples", samples());
    }
    return "web/help-topic.jsp";
  }

  private List<CodeSample> samples() {
    return CodeSample.all(
        publicUrl.shown(uri.getBaseUri()),
        CodeSample.FOR_EVERY_KEY,
        messages.plain("help.clients.your-key"),
        messages.plain("help.clients.your-secret"),
        "123456");
  }

  private HelpIndex index() {
    return indexes.in(language.locale());
  }
}
