package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The order that follows another one, the other way, once that one was filled. */
@Embeddable
record CloseOrder(
    @Enumerated(EnumType.STRING) @Column(name = "close_ordertype", length = 24) OrderType type,
    @Column(name = "close_price", length = 32) String price,
    @Column(name = "close_price2", length = 32) String price2) {}
