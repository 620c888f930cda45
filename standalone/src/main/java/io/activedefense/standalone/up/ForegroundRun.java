// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the product in the foreground, from the checks to the stop. */
final class ForegroundRun {
    private static final Logger LOG = LoggerFactory.getLogger(ForegroundRun.class);

    private final Plan plan;
    private final Company company;
    private final Progress progress;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ForegroundRun(Plan plan, Company company, PrintWriter out) {
        this.plan = plan;
        this.company = company;
        this.progress = new Progress(out);
    }

    /** Returns when the process is told to end. What can be refused is refused before anything is created. */
    void untilStopped() throws Exception {
        plan.serving().refuseBusy();
        try (var data = DataFolder.open(plan.data())) {
            OwnLogs.writeTo(data.ownLogs());
            var logs = plan.logs().in(data);
            var product = new Product(plan, data, logs, progress);
            stopWithProcess(product, data);
            try {
                product.start();
                sayReady(data, logs);
                product.toBeStopped(Part.COMPANY, company.begin(logs, progress));
            } catch (Exception e) {
                refuseUnlessStopping(product, e, data);
            }
            stopped.await();
        }
    }

    private void stopWithProcess(Product product, DataFolder data) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            product.close();
            if (!company.keepsData()) {
                remove(data);
            }
            stopped.countDown();
        }));
    }

    private static void remove(DataFolder data) {
        try {
            data.remove();
        } catch (IOException e) {
            LOG.warn("The data folder is not gone: {}", data.root(), e);
        }
    }

    private void sayReady(DataFolder data, Path logs) {
        progress.say("Ready after %s: page %s, list %s, logs read from %s%s"
                .formatted(
                        progress.sinceBegin(),
                        plan.serving().url("/"),
                        plan.serving().url("/files/blacklist.txt"),
                        logs,
                        firstPassword(data.initialAdminPassword())));
        plan.serving()
                .tls()
                .filter(Tls::isByOwnAuthority)
                .ifPresent(tls -> progress.say("HTTPS by an authority of our own: let firewalls and browsers trust %s"
                        .formatted(data.authority())));
    }

    /** Its file goes once it was changed. */
    private static String firstPassword(Path file) {
        return Files.exists(file) ? ", first password of 'admin' in " + file : "";
    }

    /** A start that fails because it is being stopped is no failure. */
    private static void refuseUnlessStopping(Product product, Exception failure, DataFolder data) {
        if (product.isClosed()) {
            LOG.info("Stopped while it started", failure);
            return;
        }
        LOG.error("The start failed", failure);
        product.close();
        throw failure instanceof CannotStartException clear
                ? clear
                : new CannotStartException(
                        "It did not start: " + rootCause(failure) + "; more in " + data.ownLogs(), failure);
    }

    private static String rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
