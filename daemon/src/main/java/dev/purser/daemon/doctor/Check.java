package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing that the wall depends on. */
interface Check {
  /** For people, such as {@code sudo}. */
  String name();

  /** At least one finding. */
  List<Finding> look() throws IOException;
}
