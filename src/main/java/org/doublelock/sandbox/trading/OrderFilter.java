package org.doublelock.sandbox.trading;

import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;

/** Narrows orders to those that the client marked itself. */
record OrderFilter(Optional<Integer> userref, Optional<String> clientOrderId) {

  /** What {@link #asked} reads. */
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("userref", false, "Only orders with this number of the client")
              .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
          new Parameter("cl_ord_id", false, "Only orders with this id of the client"));

  /**
   * Reads {@code userref} and {@code cl_ord_id}.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:userref}
   */
  static OrderFilter asked(Arguments arguments) {
    return new OrderFilter(arguments.read("userref", Userref::read), arguments.text("cl_ord_id"));
  }

  /** What a query on {@code o} needs; binds with {@link #bind}. */
  String condition() {
    return (userref.isPresent() ? " and o.userref = :userref" : "")
        + (clientOrderId.isPresent() ? " and o.clientOrderId = :clientOrderId" : "");
  }

  boolean admits(Order order) {
    return (userref.isEmpty() || order.userref().equals(userref))
        && (clientOrderId.isEmpty() || order.clientOrderId().equals(clientOrderId));
  }

  void bind(Query query) {
    userref.ifPresent(value -> query.setParameter("userref", value));
    clientOrderId.ifPresent(value -> query.setParameter("clientOrderId", value));
  }
}
