package dev.purser.daemon;

import dev.purser.budgets.VendorId;
import dev.purser.daemon.config.NoticesConfig;
import dev.purser.daemon.config.PaymentsConfig;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.files.FileTrouble;
import dev.purser.daemon.notices.Channel;
import dev.purser.daemon.notices.NtfyPostman;
import dev.purser.daemon.notices.OutboxPostman;
import dev.purser.daemon.notices.PostOffice;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.ResilientPostman;
import dev.purser.daemon.notices.SmtpPostman;
import dev.purser.daemon.notices.WebhookPostman;
import dev.purser.daemon.payments.DryRunGateway;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.payments.ResilientGateway;
import dev.purser.daemon.payments.StripeClients;
import dev.purser.daemon.payments.StripeConfig;
import dev.purser.daemon.payments.StripeGateway;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.daemon.seals.SealingKey;
import dev.purser.vendors.ResilientVendor;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorRegistry;
import dev.purser.vendors.catalogue.CatalogueLoad;
import dev.purser.vendors.catalogue.CatalogueVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the daemon deals with outside, as configured: payment rail, vendors, mail. */
final class Outfit {
  private static final Logger LOG = LoggerFactory.getLogger(Outfit.class);
  private static final Duration VENDOR_TIME_LIMIT = Duration.ofSeconds(10);
  private static final int SHOWN_ROW_PROBLEMS = 20;

  private final PurserConfiguration config;
  private final Clock clock;

  Outfit(PurserConfiguration config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  PaymentGateway gateway() {
    PaymentsConfig payments = config.payments();
    if (payments.rail() == PaymentsConfig.Rail.DRY_RUN) {
      return new DryRunGateway(privateDirectory(payments.dryRunDirectory()));
    }
    StripeConfig stripe = Optional.ofNullable(payments.stripe()).orElseThrow();
    return new ResilientGateway(new StripeGateway(StripeClients.live(stripe), stripe), clock);
  }

  /** The daemon's own key; the first start makes it. */
  SealingKey sealingKey(SecureRandom random) {
    Path file = config.mandates().keyFile();
    try {
      return SealingKey.inFile(file, random);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "mandates.keyFile: %s: %s".formatted(file, FileTrouble.sentence(e)), e);
    }
  }

  VendorRegistry vendors(Policy policy, ExecutorService executor) {
    List<Vendor> vendors = new ArrayList<>();
    for (VendorId id : new TreeSet<>(policy.vendors())) {
      CatalogueVendor vendor = VendorFiles.open(config.vendors(), id);
      report(id, vendor.load());
      vendors.add(ResilientVendor.around(vendor, VENDOR_TIME_LIMIT, clock, executor));
    }
    return new VendorRegistry(vendors);
  }

  PostOffice postOffice() {
    NoticesConfig notices = config.notices();
    Postman outbox = new OutboxPostman(privateDirectory(notices.outbox()), notices.from(), clock);
    return new PostOffice(notices.channels().stream().map(this::postman).toList(), outbox);
  }

  private Postman postman(Channel channel) {
    Postman postman =
        channel.match(
            smtp -> new SmtpPostman(smtp, clock),
            NtfyPostman::new,
            webhook -> new WebhookPostman(webhook, clock));
    return new ResilientPostman(postman, clock);
  }

  private static void report(VendorId vendor, CatalogueLoad load) {
    LOG.info(
        "{}: {} products, {} rows skipped", vendor, load.products().size(), load.problems().size());
    load.problems().stream()
        .limit(SHOWN_ROW_PROBLEMS)
        .forEach(problem -> LOG.warn("{}: {}", vendor, problem));
  }

  private static Path privateDirectory(Path directory) {
    try {
      return Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
  }
}
