// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.activedefense.contracts.json.Json;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Answers are written as topics are: one JSON for one record, wherever it is read. */
@Factory
final class ServiceJson {
    @Singleton
    @Primary
    @Named("json")
    @Replaces(bean = ObjectMapper.class, factory = ObjectMapperFactory.class)
    ObjectMapper objectMapper() {
        return Json.TOLERANT.copy();
    }
}
