package tmi.testkit.house.crooked.blue;

import tmi.testkit.house.crooked.red.RedThing;

public class BlueHelper {
  public static final String NAME = RedThing.class.getName();

  Class<?> find(String name) throws ClassNotFoundException {
    Class<?> found = Class.forName(name);
    // Long enough to be refused.
    int a = 0;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    a++;
    return a > 0 ? found : null;
  }
}
