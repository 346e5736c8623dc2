package tmi.launcher.command;

import tmi.launcher.Checkout;

/// `./tmi help`
record Help() implements Order {

  private static final String TEXT =
      """
      ./tmi up [--detach] [--port N] [--replicas collab-service=2]
                         builds what is not built, starts everything, says where it is
      ./tmi down         stops all of it
      ./tmi status [--json]
                         each part with port, process, health, memory and version
      ./tmi logs [service] [-f]
                         what the services say; -f goes on
      ./tmi demo [user]  loads the demo model through the public API, as that user
      ./tmi backup FILE  writes the data of its own stores and its keys into a file, also while it runs
      ./tmi restore FILE puts them back while nothing runs; what was there is set aside
      ./tmi test         all tests: Java, end to end, images, web; the last line sums them up
      ./tmi bench        measures the suite beside its baselines, writes bench/RESULTS.md
      ./tmi bench fuzz [--requests N] [--seed S]
                         odd and hostile requests and frames, 100,000 unless told; ends with 1 on a finding
      ./tmi bench faults kills and stops each process under load, writes bench/FAULTS.md
      ./tmi help         this

      With DB_HOST and REDIS_HOST set it uses your stores instead of its own. Data is kept in .tmi/
      (TMI_DATA names another folder). Every setting of the services can be given by environment.
      """;

  @Override
  public int run(Checkout checkout) {
    System.out.print(TEXT);
    return 0;
  }
}
