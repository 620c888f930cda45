/** The service's HTTP edge: the list, the REST API, the page, who may and how errors are told. No rule lives here. */
@NullMarked
package io.activedefense.blacklist.web;

import org.jspecify.annotations.NullMarked;
