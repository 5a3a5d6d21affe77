package dev.purser.daemon.owner.web;

import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.passkeys.SignIns;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the pages' script is told; every name in it is used there. */
public final class RequestJson {
  private RequestJson() {}

  /** A question that a passkey answers. */
  public static Response answer(PasskeyRequest request) {
    return answer(fields(request));
  }

  /** A question to whoever wants to come in. */
  public static Response answer(SignIns.Question question) {
    Map<String, Object> fields = fields(question.request());
    fields.put("nonce", question.nonce());
    return answer(fields);
  }

  /** A question to somebody who is to have a new passkey. */
  public static Response answer(Enrolling.Invitation invitation) {
    Map<String, Object> fields = fields(invitation.request());
    fields.put("person", invitation.person());
    fields.put("userId", invitation.userId());
    return answer(fields);
  }

  private static Map<String, Object> fields(PasskeyRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("challenge", request.challenge());
    fields.put("rpId", request.rpId());
    fields.put("credentials", request.credentials());
    return fields;
  }

  private static Response answer(Map<String, Object> fields) {
    return Response.ok(CanonicalJson.write(fields), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
