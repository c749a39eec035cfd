package org.doublelock.benchmark.inside;

import com.sun.management.ThreadMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How many bytes the threads that live now have allocated. */
@Path("allocated")
@ApplicationScoped
public class AllocatedResource {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @GET
  @Produces("text/plain")
  public String get() {
    long[] bytes = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
    return String.valueOf(Arrays.stream(bytes).filter(each -> each > 0).sum());
  }
}
