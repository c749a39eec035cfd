package org.doublelock.function;

/**
 * A function's own refusal, with the error string that goes to the caller unchanged. Thrown, so
 * that what the function had begun is rolled back.
 */
@jakarta.ejb.ApplicationException(rollback = true)
public final class FunctionFailure extends RuntimeException {

  public FunctionFailure(String wireError) {
    super(wireError, null, false, false);
    if (!wireError.matches("E[A-Za-z]+:.+")) {
      throw new IllegalArgumentException("not a wire error: " + wireError);
    }
  }

  /** The refusal of one argument, which the caller reads the name of. */
  public static FunctionFailure invalidArgument(String name) {
    return new FunctionFailure("EGeneral:Invalid arguments:" + name);
  }

  /** The text for the {@code error} list, such as {@code EOrder:Insufficient funds}. */
  public String wireError() {
    return getMessage();
  }
}
