// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

/** In which order requests pass the filters, the outermost first. */
final class FilterOrder {
    static final int SECURITY_HEADERS = -400;
    static final int FILES_RECORDS_ONLY = -380;
    static final int PLAIN_HTTP = -360;
    static final int IDENTIFICATION = -350;
    static final int GATE = -300;
    static final int OTHER_SITES = -200;
    static final int PAGE = -100;

    private FilterOrder() {}
}
