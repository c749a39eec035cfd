package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.UnsignedFunction;

/** {@code Assets}: what can be owned. */
@Dependent
public class AssetsFunction extends UnsignedFunction<Map<String, AssetsFunction.Described>> {

  public AssetsFunction() {
    super(
        "Assets",
        new Parameter("asset", false, "Names of assets; all by default").several(),
        new Parameter("aclass", false, "The asset class; always currency"));
  }

  @Override
  protected Map<String, Described> answer(Arguments arguments, Instant now) {
    List<Asset> asked = arguments.text("asset").map(Assets::allNamed).orElse(Assets.all());
    Map<String, Described> answer = new LinkedHashMap<>();
    asked.forEach(asset -> answer.put(asset.id(), Described.of(asset)));
    return answer;
  }

  record Described(
      String aclass,
      String altname,
      int decimals,
      int displayDecimals,
      BigDecimal collateralValue,
      String status) {

    static Described of(Asset asset) {
      return new Described(
          "currency",
          asset.altname(),
          asset.decimals(),
          asset.displayDecimals(),
          BigDecimal.ONE,
          "enabled");
    }
  }
}
