// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** The table of devices. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DeviceRows extends CrudRepository<DeviceRow, String> {
    List<DeviceRow> findAllOrderByName();
}
