package org.doublelock.acceptance;

/** The published example of a signed call. */
final class PublishedCall {

  static final String SECRET =
      "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
  static final String NONCE = "1616492376594";
  static final String FUNCTION = "AddOrder";
  static final String PATH = "/0/private/AddOrder";
  static final String BODY =
      "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
  static final String SIGNATURE =
      "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";

  private PublishedCall() {}
}
