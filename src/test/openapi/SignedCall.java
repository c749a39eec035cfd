import com.fasterxml.jackson.databind.ObjectMapper;
import generated.ApiClient;
import generated.api.FundingApi;
import generated.api.PublicApi;
import generated.api.TradingApi;
import generated.model.AddOrderClose;
import generated.model.AddOrderRequest;
import generated.model.BalanceRequest;
import generated.model.Nonce;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call with the generated client: it signs where the body is bytes already. */
public final class SignedCall {

  private static long last;

  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(request -> sign(request, arguments[1], arguments[2]));

    var ticker = new PublicApi(client).getPublicTicker(List.of("XBTUSD"));
    var balance = new FundingApi(client).balance(new BalanceRequest().nonce(nonce()));
    var order =
        new TradingApi(client)
            .addOrder(
                new AddOrderRequest()
                    .nonce(nonce())
                    .pair("XBTUSD")
                    .type(AddOrderRequest.TypeEnum.BUY)
                    .ordertype(AddOrderRequest.OrdertypeEnum.LIMIT)
                    .volume("0.001")
                    .price("20000")
                    .oflags(List.of(AddOrderRequest.OflagsEnum.POST))
                    .close(
                        new AddOrderClose()
                            .ordertype(AddOrderClose.OrdertypeEnum.LIMIT)
                            .price("90000"))
                    .validate(true));
    List<String> errors = new ArrayList<>(ticker.getError());
    errors.addAll(balance.getError());
    errors.addAll(order.getError());
    System.out.println(
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "errors", errors,
                    "last", ticker.getResult().get("XXBTZUSD").getC().get(0),
                    "usd", balance.getResult().get("ZUSD"),
                    "order", order.getResult().getDescr().getOrder())));
  }

  private static Nonce nonce() {
    last = Math.max(last + 1, System.currentTimeMillis() * 1000);
    return new Nonce(last);
  }

  private static void sign(HttpRequest.Builder request, String key, String secret) {
    HttpRequest call = request.copy().build();
    String body = call.bodyPublisher().map(SignedCall::text).orElse("");
    if (body.isEmpty()) {
      return;
    }
    try {
      String nonce = new ObjectMapper().readTree(body).get("nonce").asText();
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((nonce + body).getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA512"));
      mac.update(call.uri().getPath().getBytes(StandardCharsets.US_ASCII));
      request.header("API-Key", key);
      request.header("API-Sign", Base64.getEncoder().encodeToString(mac.doFinal(digest)));
    } catch (GeneralSecurityException | java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(HttpRequest.BodyPublisher body) {
    HttpResponse.BodySubscriber<String> read =
        HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            read.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer part) {
            read.onNext(List.of(part));
          }

          @Override
          public void onError(Throwable failure) {
            read.onError(failure);
          }

          @Override
          public void onComplete() {
            read.onComplete();
          }
        });
    return read.getBody().toCompletableFuture().join();
  }
}
