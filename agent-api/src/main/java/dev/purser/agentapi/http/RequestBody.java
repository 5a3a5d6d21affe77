package dev.purser.agentapi.http;

import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bytes of a request: JSON by their own account, and never more than 16 KiB of them. */
public final class RequestBody {
  /** The most that is read, in bytes; a cart line needs about a hundred. */
  public static final int MAX_BYTES = 16 * 1024;

  private RequestBody() {}

  /**
   * Reads it.
   *
   * @throws ProblemException for another media type, too many bytes, or bytes that do not come
   */
  public static byte[] read(ContainerRequestContext request) {
    requireJson(request);
    if (request.getLength() > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = readAtMostOneMore(request);
    if (body.length > MAX_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  /** One byte more than allowed tells a chunked body that is too long from one that just fits. */
  private static byte[] readAtMostOneMore(ContainerRequestContext request) {
    try {
      return request.getEntityStream().readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw wasTooSlow(e)
          ? ProblemCode.BODY_TIMEOUT.because("The body must follow its headers without a pause.")
          : ProblemCode.BAD_REQUEST.because("The body could not be read to its end.");
    }
  }

  private static boolean wasTooSlow(@Nullable Throwable thrown) {
    return thrown != null && (thrown instanceof TimeoutException || wasTooSlow(thrown.getCause()));
  }

  private static void requireJson(ContainerRequestContext request) {
    List<String> types = headers(request, HttpHeaders.CONTENT_TYPE);
    if (types.size() != 1
        || !headers(request, HttpHeaders.CONTENT_ENCODING).isEmpty()
        || !isJson(mediaTypeOf(types.get(0)))) {
      throw ProblemCode.UNSUPPORTED_MEDIA_TYPE.because(
          "Send application/json in UTF-8, without a content encoding.");
    }
  }

  private static List<String> headers(ContainerRequestContext request, String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }

  private static @Nullable MediaType mediaTypeOf(String header) {
    try {
      return MediaType.valueOf(header);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null
        && "application/json".equals(lower(type.getType() + "/" + type.getSubtype()))
        && type.getParameters().entrySet().stream().allMatch(RequestBody::isCharsetUtf8);
  }

  private static boolean isCharsetUtf8(Map.Entry<String, String> parameter) {
    return "charset".equals(lower(parameter.getKey()))
        && "utf-8".equals(lower(parameter.getValue()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ProblemException tooLarge() {
    return ProblemCode.BODY_TOO_LARGE.because("A body may have at most 16384 bytes.");
  }
}
