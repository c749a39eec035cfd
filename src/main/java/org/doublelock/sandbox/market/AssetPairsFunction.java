package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.InOrder;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.UnsignedFunction;

/** {@code AssetPairs}: what can be traded for what, in which steps and at which fees. */
@Dependent
public class AssetPairsFunction
    extends UnsignedFunction<Map<String, AssetPairsFunction.Described>> {

  private static final int MARGIN_CALL = 80;
  private static final int MARGIN_STOP = 40;

  public AssetPairsFunction() {
    super(
        "AssetPairs",
        new Parameter("pair", false, "Names of pairs; all by default").several(),
        new Parameter("info", false, "info (the default), leverage, fees or margin")
            .choice("info", "leverage", "fees", "margin"));
  }

  @Override
  protected Map<String, Described> answer(Arguments arguments, Instant now) {
    Function<AssetPair, Described> description = description(arguments.text("info").orElse("info"));
    List<AssetPair> asked =
        arguments.text("pair").map(AssetPairs::allNamed).orElse(AssetPairs.all());
    Map<String, Described> answer = new LinkedHashMap<>();
    asked.forEach(pair -> answer.put(pair.id(), description.apply(pair)));
    return answer;
  }

  /** All of a pair, or one part of it. */
  record Described(
      @Beside Optional<Names> names,
      @Beside Optional<Leverage> leverage,
      @Beside Optional<Schedule> schedule,
      Optional<Integer> marginCall,
      Optional<Integer> marginStop,
      Optional<Integer> marginLevel,
      @Beside Optional<Least> least) {

    static Described all(AssetPair pair) {
      return new Described(
          Optional.of(Names.of(pair)),
          Optional.of(Leverage.NONE),
          Optional.of(Schedule.USUAL),
          Optional.of(MARGIN_CALL),
          Optional.of(MARGIN_STOP),
          Optional.empty(),
          Optional.of(Least.of(pair)));
    }

    private static Described part(
        Optional<Leverage> leverage,
        Optional<Schedule> schedule,
        Optional<Integer> call,
        Optional<Integer> level) {
      return new Described(
          Optional.empty(), leverage, schedule, call, Optional.empty(), level, Optional.empty());
    }
  }

  record Names(
      String altname,
      String wsname,
      String aclassBase,
      String base,
      String aclassQuote,
      String quote,
      String lot,
      int costDecimals,
      int pairDecimals,
      int lotDecimals,
      int lotMultiplier) {

    static Names of(AssetPair pair) {
      return new Names(
          pair.altname(),
          pair.wsname(),
          "currency",
          pair.base().id(),
          "currency",
          pair.quote().id(),
          "unit",
          pair.costDecimals(),
          pair.priceDecimals(),
          AssetPair.LOT_DECIMALS,
          1);
    }
  }

  /** Empty lists: nothing is lent here. */
  record Leverage(List<Integer> leverageBuy, List<Integer> leverageSell) {

    static final Leverage NONE = new Leverage(List.of(), List.of());
  }

  /** The published schedule by volume, with a single step. */
  record Schedule(List<Step> fees, List<Step> feesMaker, String feeVolumeCurrency) {

    static final Schedule USUAL = new Schedule(step(Fees.TAKER), step(Fees.MAKER), Assets.USD.id());

    private static List<Step> step(BigDecimal rate) {
      return List.of(new Step(0, Fees.percentage(rate)));
    }
  }

  /**
   * @param percent of what is traded, from that volume on
   */
  @InOrder
  record Step(long volume, BigDecimal percent) {}

  record Least(String ordermin, String costmin, String tickSize, String status) {

    static Least of(AssetPair pair) {
      return new Least(
          pair.orderMinimum().toPlainString(),
          pair.costMinimum().toPlainString(),
          pair.tick().toPlainString(),
          "online");
    }
  }

  private static Function<AssetPair, Described> description(String info) {
    Optional<Integer> no = Optional.empty();
    return switch (info) {
      case "info" -> Described::all;
      case "leverage" ->
          pair -> Described.part(Optional.of(Leverage.NONE), Optional.empty(), no, no);
      case "fees" -> pair -> Described.part(Optional.empty(), Optional.of(Schedule.USUAL), no, no);
      case "margin" ->
          pair ->
              Described.part(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(MARGIN_CALL),
                  Optional.of(MARGIN_STOP));
      default -> throw FunctionFailure.invalidArgument("info");
    };
  }
}
